"""Sentences as guides have them, to see which marks an engine brings back."""

from __future__ import annotations

from typing import Final

SENTENCES: Final = (
    # One mark: at the start, in the middle, at the end.
    "{phone.county} is open every day.",
    "{time.benefits} is the longest that you wait.",
    "{fee.license} is the fee for most people.",
    "Pay {fee.license} by mail or in person.",
    "Call {phone.county} and ask for an interpreter.",
    "You can ask for a hearing within {time.appeal} after the date on the letter.",
    "If you are {age.senior} or older, you pay nothing.",
    "Fill in {form.license} before you come.",
    "Your permit is valid for {permit.valid} and you can renew it.",
    "Send the form by {date.tax}.",
    "It costs {fee.license}.",
    "The office is at {address.clerk}.",
    "Your family may earn up to {income.limit}.",
    # A pair: at the start, in the middle, at the end, around a word, around many.
    "**Eye test.** Bring a new form from your doctor.",
    "*Free* for children and students.",
    "**Bring a photo ID** to the office.",
    "Do **not** send cash.",
    "Bring the *original* papers to the office.",
    "You must apply **before the end of the month** to keep your help.",
    "The office is closed **on Mondays**.",
    "This help is **free**.",
    "Ask for a copy *in your own language*.",
    # A link: at the start, in the middle, at the end.
    "[Find an office]{1} near you.",
    "Fill in the [application form]{1} and sign it.",
    "Read [how to appeal a decision]{1} before you write.",
    "Look at the [list of fees]{1}.",
    "Before you go, [make an appointment]{1}.",
    # Several marks.
    "Pay {fee.license} before {date.tax}.",
    "Call {phone.county} from {hour.open} to {hour.close}.",
    "**Pay {fee.license}** at the office.",
    "Send **{form.license}** to {address.clerk}.",
    "[Renew online]{1} or call {phone.county}.",
    "You can [apply online]{1}, [by mail]{2} or at [an office]{3}.",
    "Bring your [**photo ID**]{1} and {fee.license} in cash.",
    "**By mail:** send {form.license}, a copy of your ID and {fee.license} to {address.clerk}.",
    "If you get {benefit.food} or {benefit.health}, you need not pay {fee.license}.",
    "Show **one** of these: a lease, a bill or *a letter* from {agency.name}.",
    "If we say no, [ask for a hearing]{1} within {time.appeal}, or call {phone.county}.",
    # Longer ones.
    (
        "If you lost your job through no fault of your own, you may get up to {benefit.work} a "
        "week while you look for a new one."
    ),
    (
        "When you get the letter, read it at once: you have **only {time.appeal}** to say that you "
        "don't agree."
    ),
    (
        "A worker calls you within {time.call} after you apply; if nobody calls, ring "
        "{phone.county} and [ask for help in your language]{1}."
    ),
)
"""In the segment grammar, in English: a guide's own sentences are added to them."""
