package it.percorsi.plan;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.attachment.Scan;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Attendance sheets. */
@Service
@Transactional
public class AttendanceService {

    private final AttendanceSheets sheets;
    private final Hours hours;
    private final AccessTrail trail;

    AttendanceService(AttendanceSheets sheets, Hours hours, AccessTrail trail) {
        this.sheets = sheets;
        this.hours = hours;
        this.trail = trail;
    }

    /**
     * A sheet for everybody at an encounter, or for all that its operator gave in its plan in its
     * month.
     *
     * @throws MoveRefused if all of them are on a sheet already
     */
    public UUID print(Actor by, Instant at, UUID encounter, boolean wholeMonth) {
        if (!PlanParty.worksOnPlans(by)) {
            throw new NotVisible();
        }
        Hours.Line line = hours.line(encounter, by).orElseThrow(NotVisible::new);
        LocalDate day = line.onDay();
        UUID sheet = sheets.make(by, at);
        int put =
                day == null
                        ? 0
                        : wholeMonth
                                ? sheets.putAlike(
                                        sheet,
                                        encounter,
                                        day.withDayOfMonth(1),
                                        day.withDayOfMonth(day.lengthOfMonth()),
                                        by)
                                : sheets.putGroup(sheet, line.groupId(), by);
        if (put == 0) {
            throw new MoveRefused(List.of("hours.nothing-to-sign"));
        }
        trail.changed(by, "PRINT_SHEET", "attendance-sheet", sheet, List.of(), at);
        return sheet;
    }

    public Paper look(Actor by, Instant at, UUID id) {
        AttendanceSheets.SheetRow row = sheets.row(id, by).orElseThrow(NotVisible::new);
        List<Hours.Line> lines = sheets.lines(id, by);
        trail.listed(
                by,
                "attendance-sheet",
                lines.stream().map(Hours.Line::personId).distinct().toList(),
                at);
        boolean closable =
                row.closedAt() == null
                        && row.scannedAt() != null
                        && sheets.encounters(id, by).stream()
                                .anyMatch(e -> e.movesOpenTo(by).contains(HoursMove.VALIDATE));
        return new Paper(row, lines, closable);
    }

    public List<AttendanceSheets.SheetRow> latest(Actor by) {
        return sheets.latest(by);
    }

    /**
     * Keeps the scan of the signed sheet with it, in place of the one before.
     *
     * @throws MoveRefused if the sheet is closed, or has rows the actor cannot see
     */
    public void bring(Actor by, Instant at, UUID id, Scan scan) {
        AttendanceSheets.SheetRow row = sheets.row(id, by).orElseThrow(NotVisible::new);
        new Obstacles().and(unready(row)).refuse();
        if (!sheets.bring(id, scan, by, at)) {
            throw new MoveRefused(List.of("hours.sheet-closed"));
        }
        trail.changed(by, "SCAN", "attendance-sheet", id, sheets.people(id, by), at);
    }

    private static List<String> unready(AttendanceSheets.SheetRow row) {
        return new Obstacles()
                .when(row.closedAt() != null, "hours.sheet-closed")
                .when(!row.whole(), "hours.sheet-others")
                .keys();
    }

    /** The signed sheet: each time leaves its row. */
    public Download scan(Actor by, Instant at, UUID id) {
        AttendanceSheets.SheetRow row =
                sheets.row(id, by)
                        .filter(AttendanceSheets.SheetRow::whole)
                        .orElseThrow(NotVisible::new);
        Scan scan = sheets.scan(id, by).orElseThrow(NotVisible::new);
        trail.changed(by, "DOWNLOAD", "attendance-sheet", id, sheets.people(id, by), at);
        return new Download(
                "foglio-firme-%d-%d.%s"
                        .formatted(row.year(), row.number(), scan.kind().extension()),
                scan);
    }

    /**
     * Closes a sheet against the signed one: whoever signed had the hour, whoever did not comes off
     * it.
     *
     * @param signatures how many were read in each row
     * @param archive where the paper is kept
     */
    public void close(
            Actor by, Instant at, UUID id, Map<UUID, Integer> signatures, String archive) {
        AttendanceSheets.SheetRow row = sheets.row(id, by).orElseThrow(NotVisible::new);
        if (row.closedAt() != null) {
            throw new MoveRefused(List.of("hours.sheet-closed"));
        }
        List<Encounter> lines = sheets.encounters(id, by);
        List<UUID> persons = new ArrayList<>();
        Obstacles inTheWay =
                new Obstacles()
                        .and(unready(row))
                        .when(row.whole() && row.scannedAt() == null, "hours.sheet-unscanned");
        for (Encounter line : lines) {
            int read = signatures.getOrDefault(line.id(), 0);
            if (line.status() == HoursStatus.BOOKED) {
                inTheWay.when(true, "hours.sheet-unmarked");
            } else if (read == 0 && line.status() == HoursStatus.DELIVERED) {
                line.comeOffSheet();
            } else {
                inTheWay.tried(() -> line.validate(read, by, at));
                persons.add(line.personId());
            }
        }
        inTheWay.when(persons.isEmpty(), "hours.sheet-unsigned").refuse();
        hours.flush();
        sheets.close(id, by, at, archive);
        trail.changed(by, "VALIDATE", "attendance-sheet", id, persons, at);
    }

    /** A file and the name it leaves with: it says nothing of anybody. */
    public record Download(String fileName, Scan scan) {}

    /**
     * @param closable whether it came back signed, and the viewer may confirm a row of it
     */
    public record Paper(
            AttendanceSheets.SheetRow sheet, List<Hours.Line> lines, boolean closable) {}
}
