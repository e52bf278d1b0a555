package it.percorsi.reception.web;

import it.percorsi.network.DeskDay;
import it.percorsi.network.Network;
import it.percorsi.network.NetworkService;
import it.percorsi.network.Week;
import it.percorsi.pathway.Rome;
import it.percorsi.site.ForEverybody;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desks and their hours, for everybody. */
@Controller
class DesksController {

    private final NetworkService network;

    DesksController(NetworkService network) {
        this.network = network;
    }

    @GetMapping("/desks")
    @ForEverybody
    String desks(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            Instant now,
            Model model) {
        LocalDate on = day == null ? Rome.day(now) : day;
        LocalTime at = day == null ? Rome.time(now).toLocalTime() : null;
        NetworkService.Directory directory = network.directory(on);
        model.addAttribute("on", on);
        model.addAttribute(
                "desks",
                directory.desks().stream().map(desk -> card(desk, directory, on, at)).toList());
        return "network/desks";
    }

    private static DeskCard card(
            Network.DeskRow desk,
            NetworkService.Directory directory,
            LocalDate on,
            @Nullable LocalTime at) {
        Week week = Objects.requireNonNull(directory.weeks().get(desk.id()));
        List<DayLine> days =
                Arrays.stream(DayOfWeek.values())
                        .filter(day ->
                                day.getValue() < 6
                                        || week.usually(day, on).access()
                                                != DeskDay.Access.NOT_STATED)
                        .map(day ->
                                new DayLine(
                                        day.name(),
                                        week.usually(day, on),
                                        directory.shifts().stream()
                                                .filter(s ->
                                                        s.deskId().equals(desk.id())
                                                                && s.weekday() == day.getValue())
                                                .toList()))
                        .toList();
        DeskDay today = week.on(on);
        return new DeskCard(desk, today, at != null && today.open(at), days);
    }

    record DeskCard(Network.DeskRow desk, DeskDay today, boolean openNow, List<DayLine> days) {}

    record DayLine(String day, DeskDay hours, List<Network.Shift> shifts) {}
}
