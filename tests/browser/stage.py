"""What the browser tests of the stage share: asking it where it stands, waiting, dragging."""

from __future__ import annotations

REAL = "/?story=kim-putin-2023"


def probe(page):
    """Where the stage stands: second, iso, selection, clock, camera, view, lines, ..."""
    return page.evaluate("document.querySelector('.dl-stage').probe()")


def wait(page, condition):
    """Waits until a JavaScript condition on `stage` (the probe) holds."""
    page.wait_for_function(
        f"() => {{ const stage = document.querySelector('.dl-stage').probe(); return {condition}; }}",
        timeout=60_000,
    )


def rest(page):
    """Waits until the camera has arrived."""
    page.wait_for_function("!document.querySelector('.dl-gliding')", timeout=60_000)


def sentence(page):
    """The sentence beside the map."""
    return " ".join(page.locator(".dl-quote blockquote").inner_text().split())


def drag_with_shift(page, selector, start, end):
    """Drags from one share of an element's width and height to another, the Shift key held."""
    box = page.locator(selector).bounding_box()
    page.keyboard.down("Shift")
    page.mouse.move(box["x"] + start[0] * box["width"], box["y"] + start[1] * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + end[0] * box["width"], box["y"] + end[1] * box["height"], steps=5)
    page.mouse.up()
    page.keyboard.up("Shift")


def timeline_marks(page):
    """Reference to classes of every bar and mark on the timeline."""
    marks = page.evaluate(
        """[...document.querySelectorAll('.dl-time-svg [data-ref]')]
            .map((mark) => [mark.dataset.ref, mark.getAttribute('class')])"""
    )
    return {ref: set(classes.split()) for ref, classes in marks}
