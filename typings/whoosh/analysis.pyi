class Token:
    text: str
    boost: float
    stopped: bool
    def __init__(self, *, removestops: bool = ...) -> None: ...
