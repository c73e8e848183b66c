"""Three short pages to search."""

from __future__ import annotations

from waypost.model.search import SearchField, SearchPage, SearchText


def make_page(page: str, title: str, summary: str, *body: str, names: str = "") -> SearchPage:
    """A page in English."""
    texts = [(SearchField.TITLE, title), (SearchField.SUMMARY, summary)]
    texts += [(SearchField.NAMES, names)] if names else []
    texts += [(SearchField.BODY, each) for each in body]
    return SearchPage(
        page,
        "",
        title,
        "en",
        summary,
        tuple(SearchText(field, "en", text) for field, text in texts),
    )


PAGES = (
    make_page(
        "food-help",
        "Get help to buy food",
        "A card for food stores, each month.",
        "Fill in the form online, on paper, or with us by phone.",
        "Get your food card by mail, and choose a secret number.",
        names="food stamps",
    ),
    make_page(
        "rent-help",
        "Get help with your rent",
        "Money for rented homes.",
        "Fill in the form online, on paper or with us by phone.",
        "We pay your landlord directly.",
    ),
    make_page(
        "renew-license",
        "Renew your driver’s license",
        "Renew online, by mail or in person.",
        "Your new license comes by mail.",
        "Your landlord can't do it for you.",
    ),
)
