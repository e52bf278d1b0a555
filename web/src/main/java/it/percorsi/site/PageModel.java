package it.percorsi.site;

import it.percorsi.access.Actor;
import it.percorsi.access.EmergencyService;
import it.percorsi.access.Role;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Rome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page needs. */
@ControllerAdvice
public class PageModel {

    private final CurrentActor current;
    private final EmergencyService emergencies;
    private final Clock clock;
    private final boolean demo;
    private final Duration lockAfter;

    PageModel(
            CurrentActor current,
            EmergencyService emergencies,
            Clock clock,
            Mode mode,
            @Value("${percorsi.lock-after}") Duration lockAfter) {
        this.current = current;
        this.emergencies = emergencies;
        this.clock = clock;
        this.demo = mode.demo();
        this.lockAfter = lockAfter;
    }

    @ModelAttribute
    void layout(Model model, HttpServletRequest request) {
        addTo(
                model,
                door(request),
                request.getAttribute(ActingFilter.ROLES) instanceof List<?> roles
                        && roles.size() > 1,
                current.current().map(emergencies::waiting).orElse(0));
        model.addAttribute("path", SessionLock.pathOf(request));
    }

    /** The same for a page that is shown instead of the one asked for. */
    public void addTo(ModelMap model) {
        Model page = new ExtendedModelMap();
        addTo(page, null, false, 0);
        page.addAttribute("path", "/");
        model.addAllAttributes(page.asMap());
    }

    private void addTo(Model model, @Nullable Door here, boolean severalRoles, int emergencies) {
        Actor actor = current.current().orElse(null);
        model.addAttribute(
                "page",
                new Page(
                        actor,
                        menu(actor),
                        here,
                        severalRoles,
                        demo,
                        emergencies,
                        lockAfter.toSeconds()));
        model.addAttribute(FormAdapter.KEY, Ids.next());
        model.addAttribute("today", Rome.day(clock.instant()));
    }

    private static List<Door> menu(@Nullable Actor actor) {
        return actor == null ? List.of() : Door.menu(actor.role());
    }

    private static @Nullable Door door(HttpServletRequest request) {
        return Door.of(request.getRequestURI()).orElse(null);
    }

    /**
     * Who acts, where they may go, where they are.
     *
     * @param emergencies how many emergency accesses wait to be seen or reviewed by them
     * @param lockAfter the seconds without a sign of life after which the screen locks itself
     */
    public record Page(
            @Nullable Actor actor,
            List<Door> menu,
            @Nullable Door here,
            boolean severalRoles,
            boolean demo,
            int emergencies,
            long lockAfter) {

        public boolean is(Role role) {
            return actor != null && actor.role() == role;
        }

        public boolean sees(Section section) {
            return actor != null && actor.maySee(section);
        }
    }
}
