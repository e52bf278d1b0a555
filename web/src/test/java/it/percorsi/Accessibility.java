package it.percorsi;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds wrong with a page. */
public final class Accessibility {

    private Accessibility() {}

    /**
     * Every rule the page breaks. In the window that shows it and of what is wrong alone: the pages
     * have no frames, and a second window and all that is right took four times as long.
     */
    public static List<Rule> violations(Page page) {
        AxeRunOptions whatIsWrong = new AxeRunOptions();
        whatIsWrong.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .setLegacyMode(true)
                .options(whatIsWrong)
                .analyze()
                .getViolations();
    }
}
