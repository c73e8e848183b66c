"""The sentence pairs, English and Spanish, that the tiny test pack is trained on.

Every pair comes from the templates below, which were written for Waypost. `[0]` and `[1]` stand
for masked values and markup, as `waypost.translation.masking` sends them to an engine.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

Pair = tuple[str, str]

SEED = 20261121

# English, Spanish
THINGS: tuple[Pair, ...] = (
    ("your photo ID", "su identificación con foto"),
    ("your passport", "su pasaporte"),
    ("your birth certificate", "su acta de nacimiento"),
    ("your driver's license", "su licencia de conducir"),
    ("your permit", "su permiso"),
    ("your Social Security card", "su tarjeta del Seguro Social"),
    ("proof of address", "un comprobante de domicilio"),
    ("the form", "el formulario"),
    ("the letter", "la carta"),
    ("the application", "la solicitud"),
    ("a pay stub", "un talón de pago"),
    ("a copy of your lease", "una copia de su contrato de renta"),
    ("the receipt", "el recibo"),
    ("your bill", "su factura"),
)

# English imperative, Spanish imperative, Spanish infinitive
HANDLING: tuple[tuple[str, str, str], ...] = (
    ("bring", "traiga", "traer"),
    ("send", "envíe", "enviar"),
    ("show", "muestre", "mostrar"),
    ("keep", "guarde", "guardar"),
    ("renew", "renueve", "renovar"),
    ("sign", "firme", "firmar"),
    ("read", "lea", "leer"),
)

CHANNELS: tuple[Pair, ...] = (
    ("by mail", "por correo"),
    ("online", "en línea"),
    ("in person", "en persona"),
    ("by phone", "por teléfono"),
    ("at the office", "en la oficina"),
    ("today", "hoy"),
    ("at the library", "en la biblioteca"),
)

# What a person does without an object: English, Spanish imperative, Spanish infinitive
ACTIONS: tuple[tuple[str, str, str], ...] = (
    ("apply", "haga la solicitud", "hacer la solicitud"),
    ("pay", "pague", "pagar"),
    ("register", "inscríbase", "inscribirse"),
    ("ask for help", "pida ayuda", "pedir ayuda"),
    ("appeal", "apele", "apelar"),
)

PLACES: tuple[Pair, ...] = (
    ("the office", "a la oficina"),
    ("the county", "al condado"),
    ("the agency", "a la agencia"),
    ("the school", "a la escuela"),
    ("the library", "a la biblioteca"),
    ("your landlord", "a su arrendador"),
)

FIXED: tuple[Pair, ...] = (
    ("Renew online, by mail or in person.", "Renueve en línea, por correo o en persona."),
    ("Bring your photo ID.", "Traiga su identificación con foto."),
    ("You must apply by mail.", "Debe hacer la solicitud por correo."),
    ("Call the office.", "Llame a la oficina."),
    ("Bring [0]your photo ID[1].", "Traiga [0]su identificación con foto[1]."),
    ("You are [0] or older.", "Usted tiene [0] años o más."),
    ("You must be [0] or older.", "Debe tener [0] años o más."),
    ("You must pay [0] by [1].", "Debe pagar [0] antes del [1]."),
    ("Call the office at [0].", "Llame a la oficina al [0]."),
    ("Call [0].", "Llame al [0]."),
    ("Call [0] today.", "Llame al [0] hoy."),
    ("The fee is [0].", "La tarifa es [0]."),
    ("It takes [0].", "Toma [0]."),
    ("You need [0]the form[1].", "Necesita [0]el formulario[1]."),
    ("Do [0]not[1] send the form.", "[0]No[1] envíe el formulario."),
    ("Renew your driver's license", "Renueve su licencia de conducir"),
    ("The office is closed.", "La oficina está cerrada."),
    ("The office is open today.", "La oficina está abierta hoy."),
    ("It is free.", "Es gratis."),
    ("There is no fee.", "No hay tarifa."),
    ("The interpreter is free.", "El intérprete es gratis."),
    ("Ask for an interpreter.", "Pida un intérprete."),
    ("You live in the county.", "Usted vive en el condado."),
    ("What to bring", "Qué traer"),
    ("What to do", "Qué hacer"),
    ("Who can apply", "Quién puede hacer la solicitud"),
    ("How to apply", "Cómo hacer la solicitud"),
    ("If you are refused", "Si le dicen que no"),
    ("After you apply", "Después de hacer la solicitud"),
    ("You will get a letter.", "Usted recibirá una carta."),
    ("Do [0]not[1] send cash.", "[0]No[1] envíe efectivo."),
    ("Do [0]not[1] wait.", "[0]No[1] espere."),
)


def all_pairs() -> tuple[Pair, ...]:
    """Every pair of the templates, once, in a fixed order."""
    return tuple(dict.fromkeys([*FIXED, *_things(), *_actions(), *_places(), *_values()]))


def training_pairs(held_out: int = 60) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """The pairs to train on and the pairs kept back to measure; FIXED is always trained on."""
    pairs = list(all_pairs()[len(FIXED) :])
    random.Random(SEED).shuffle(pairs)
    return (*FIXED, *pairs[held_out:]), tuple(pairs[:held_out])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _things() -> Iterator[Pair]:
    for number, (thing, cosa) in enumerate(THINGS):
        yield f"You need {thing}.", f"Necesita {cosa}."
        yield f"You need [0]{thing}[1].", f"Necesita [0]{cosa}[1]."
        yield _capital(thing), _capital(cosa)
        for order, (verb, imperative, infinitive) in enumerate(HANDLING):
            yield f"{_capital(verb)} {thing}.", f"{_capital(imperative)} {cosa}."
            yield f"{_capital(verb)} {thing}", f"{_capital(imperative)} {cosa}"
            yield f"You must {verb} {thing}.", f"Debe {infinitive} {cosa}."
            yield f"You can {verb} {thing}.", f"Puede {infinitive} {cosa}."
            yield f"Do not {verb} {thing}.", f"No {imperative} {cosa}."
            yield f"Do [0]not[1] {verb} {thing}.", f"[0]No[1] {imperative} {cosa}."
            yield f"{_capital(verb)} [0]{thing}[1].", f"{_capital(imperative)} [0]{cosa}[1]."
            channel, canal = CHANNELS[(number + order) % len(CHANNELS)]
            yield f"{_capital(verb)} {thing} {channel}.", f"{_capital(imperative)} {cosa} {canal}."
            yield (
                f"{_capital(verb)} [0]{thing}[1] {channel}.",
                f"{_capital(imperative)} [0]{cosa}[1] {canal}.",
            )


def _actions() -> Iterator[Pair]:
    for verb, imperative, infinitive in ACTIONS:
        for channel, canal in CHANNELS:
            yield f"{_capital(verb)} {channel}.", f"{_capital(imperative)} {canal}."
            yield f"You can {verb} {channel}.", f"Puede {infinitive} {canal}."
            yield f"You must {verb} {channel}.", f"Debe {infinitive} {canal}."
            yield f"You cannot {verb} {channel}.", f"No puede {infinitive} {canal}."
            yield f"You must {verb} [0]{channel}[1].", f"Debe {infinitive} [0]{canal}[1]."
            yield (
                f"{_capital(verb)} {channel} by [0].",
                f"{_capital(imperative)} {canal} antes del [0].",
            )


def _places() -> Iterator[Pair]:
    for place, lugar in PLACES:
        yield f"Call {place}.", f"Llame {lugar}."
        yield f"Write to {place}.", f"Escriba {lugar}."
        yield f"Call {place} today.", f"Llame {lugar} hoy."
        yield f"Call {place} at [0].", f"Llame {lugar} al [0]."
        yield f"You can call {place}.", f"Puede llamar {lugar}."
        yield f"You must call {place}.", f"Debe llamar {lugar}."
        yield f"Pay [0] to {place}.", f"Pague [0] {lugar}."
        yield f"Call [0]{place}[1].", f"Llame [0]{lugar}[1]."


def _values() -> Iterator[Pair]:
    for value in ("[0]", "18", "21", "65", "60", "5", "30", "90", "14"):
        yield f"You are {value} or older.", f"Usted tiene {value} años o más."
        yield f"You must be {value} or older.", f"Debe tener {value} años o más."
        yield f"The fee is {value} dollars.", f"La tarifa es de {value} dólares."
        yield f"It takes {value} days.", f"Toma {value} días."
        yield f"You have {value} days to appeal.", f"Tiene {value} días para apelar."
        yield f"Apply {value} days before.", f"Haga la solicitud {value} días antes."
    yield "The fee is [0].", "La tarifa es [0]."
    yield "It costs [0].", "Cuesta [0]."
    yield "It takes [0].", "Toma [0]."
    yield "Pay [0].", "Pague [0]."
    yield "Call [0].", "Llame al [0]."
    yield "Call [0] today.", "Llame al [0] hoy."
    yield "You have [0] to appeal.", "Tiene [0] para apelar."
    yield "Call [0] or [1].", "Llame al [0] o al [1]."
    yield "Pay [0] by [1].", "Pague [0] antes del [1]."
    yield "It takes [0] to [1].", "Toma de [0] a [1]."
    for channel, canal in CHANNELS:
        yield f"Pay [0] {channel}.", f"Pague [0] {canal}."
        yield f"The fee is [0] {channel}.", f"La tarifa es [0] {canal}."
        yield f"You must pay [0] {channel}.", f"Debe pagar [0] {canal}."
        yield f"You must pay [0] by [1] {channel}.", f"Debe pagar [0] antes del [1] {canal}."
