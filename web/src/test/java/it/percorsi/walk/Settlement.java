package it.percorsi.walk;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.casefile.CaseFileService;
import it.percorsi.network.Notices;
import it.percorsi.person.Birth;
import it.percorsi.person.Gender;
import it.percorsi.person.Person;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import it.percorsi.referral.PanelKind;
import it.percorsi.referral.PanelService;
import it.percorsi.referral.Seat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the demo has too little of: people, and a panel that votes. */
final class Settlement {

    private static final AtomicInteger OPENED = new AtomicInteger();

    private Settlement() {}

    static void begin(WalkWorld world) {
        Random random = new Random(1);
        Actor secretary = actor(world, Role.PANEL_SECRETARY);
        Actor coordinator = actor(world, Role.COORDINATOR);
        PanelService panels = world.bean(PanelService.class);
        UUID[] panel = new UUID[1];
        Instant at = Instant.now();
        world.acting(
                world.hand(coordinator, random),
                hand ->
                        panel[0] =
                                panels.setUp(
                                                coordinator,
                                                at,
                                                "TEAMS",
                                                secretary.organisationId(),
                                                "Unità che vota",
                                                PanelKind.OPERATING_UNIT,
                                                2,
                                                true)
                                        .id());
        world.acting(
                world.hand(secretary, random),
                hand -> {
                    appoint(panels, secretary, panel[0], "Nora", secretary.operatorId());
                    appoint(
                            panels,
                            secretary,
                            panel[0],
                            "Ivo",
                            actor(world, Role.PANEL_MEMBER).operatorId());
                    appoint(panels, secretary, panel[0], "Pia", null);
                });
        for (int n = 0; n < 24; n++) {
            Actor desk = world.people().get(n % 3 == 0 ? 7 : n % 3);
            world.acting(world.hand(desk, random), hand -> open(world, hand));
        }
    }

    private static void appoint(
            PanelService panels, Actor by, UUID panel, String name, @Nullable UUID account) {
        panels.appoint(
                by,
                Instant.now(),
                panel,
                name,
                "Comune",
                Seat.MEMBER,
                account,
                LocalDate.of(2020, 1, 1));
    }

    private static Actor actor(WalkWorld world, Role role) {
        return world.people().stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElseThrow();
    }

    /** Somebody new, who stays lawfully. */
    static void open(WalkWorld world, Hand h) {
        int number = OPENED.incrementAndGet();
        UUID person =
                world.bean(CaseFileService.class)
                        .open(
                                h.who,
                                h.at,
                                new PersonService.Registration(
                                        new Person.Identity(
                                                "Camminante" + number,
                                                "Prova",
                                                null,
                                                Birth.on(LocalDate.of(1990, 3, 12)),
                                                Gender.F,
                                                null,
                                                h.one("it", "ur")),
                                        List.of("AL"),
                                        new PersonFile.Contact(
                                                "333%07d".formatted(number),
                                                null,
                                                null,
                                                null,
                                                null,
                                                null),
                                        null,
                                        world.bean(Notices.class)
                                                .inForce(h.today)
                                                .getFirst()
                                                .version(),
                                        "it"))
                        .personId();
        world.bean(PersonService.class)
                .recordPermit(h.who, h.at, person, "FAMILY", null, h.today.plusYears(1), null);
    }
}
