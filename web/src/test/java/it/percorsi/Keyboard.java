package it.percorsi;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * Somebody at a page with a keyboard alone. An interaction is one act the page must take in: a
 * field filled, a choice, an activation; going from one place to another costs keystrokes only.
 */
final class Keyboard {

    private final Page page;
    private int interactions;
    private int keystrokes;
    private int loads;

    Keyboard(Page page) {
        this.page = page;
        page.onDOMContentLoaded(loaded -> loads++);
    }

    /** Presses a key that does something. */
    void press(String key) {
        interactions++;
        key(key);
    }

    /** Presses a key that takes one elsewhere. */
    void key(String key) {
        keystrokes += key.split("\\+").length;
        page.keyboard().press(key);
    }

    void type(String text) {
        interactions++;
        keystrokes += text.length();
        page.keyboard().type(text);
    }

    /** Presses Tab until the place is reached. */
    void tabTo(Locator place) {
        for (int i = 0; i < 80; i++) {
            if (Boolean.TRUE.equals(place.evaluate("e => e === document.activeElement"))) {
                return;
            }
            key("Tab");
        }
        throw new AssertionError("not reached by Tab: " + place);
    }

    /** Does something that leads to another page, and waits for it. */
    void go(Runnable act) {
        page.waitForNavigation(act);
    }

    /**
     * Does something that leads to a page whose address is the same, and waits for what it shows.
     */
    void go(Runnable act, Locator shown) {
        act.run();
        shown.first().waitFor();
        // What listens to keys may come after what is shown.
        page.waitForLoadState();
    }

    Tally tally() {
        return new Tally(interactions, keystrokes, loads);
    }

    record Tally(int interactions, int keystrokes, int loads) {

        /** The same without the letters of what only whoever types can know. */
        Tally beside(String... texts) {
            return new Tally(interactions, keystrokes - String.join("", texts).length(), loads);
        }

        boolean within(int interactions, int keystrokes, int loads) {
            return this.interactions <= interactions
                    && this.keystrokes <= keystrokes
                    && this.loads <= loads;
        }
    }
}
