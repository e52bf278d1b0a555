package it.percorsi.referral;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.programme.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The waiting lists of the programmes, area by area. */
@Service
@Transactional
public class PlaceListService {

    private final PlaceList list;
    private final Terms terms;
    private final AccessTrail trail;

    PlaceListService(PlaceList list, Terms terms, AccessTrail trail) {
        this.list = list;
        this.terms = terms;
        this.trail = trail;
    }

    public List<Area> look(Actor by, Instant at) {
        List<PlaceList.Row> rows = list.rows(by);
        trail.listed(by, "waiting-places", rows.stream().map(PlaceList.Row::personId).toList(), at);
        Map<UUID, List<Terms.Area>> places = new LinkedHashMap<>();
        Map<List<Object>, List<PlaceList.Row>> areas = new LinkedHashMap<>();
        for (PlaceList.Row row : rows) {
            places.computeIfAbsent(row.programmeId(), terms::areas);
            areas.computeIfAbsent(
                            List.of(row.programmeCode(), String.valueOf(row.areaId())),
                            any -> new ArrayList<>())
                    .add(row);
        }
        return areas.values().stream()
                .map(waiting -> {
                    PlaceList.Row first = waiting.getFirst();
                    return new Area(
                            first.programmeCode(),
                            first.areaName(),
                            places.getOrDefault(first.programmeId(), List.of()).stream()
                                    .filter(each ->
                                            Objects.equals(each.organisationId(), first.areaId()))
                                    .findFirst()
                                    .orElse(null),
                            List.copyOf(waiting));
                })
                .toList();
    }

    /**
     * @param places how many are taken and free there, or null where nobody says
     */
    public record Area(
            String programmeCode,
            @Nullable String name,
            Terms.@Nullable Area places,
            List<PlaceList.Row> rows) {

        /** With whom the viewer does not see. */
        public int waiting() {
            return rows.getFirst().waiting();
        }
    }
}
