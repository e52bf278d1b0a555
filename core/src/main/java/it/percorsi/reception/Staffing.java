package it.percorsi.reception;

import it.percorsi.network.DeskDay.Band;
import it.percorsi.reception.Rota.OnDuty;
import it.percorsi.reception.Rota.StaffingRule;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Whether everybody is there who must be, hour by hour. It says who is missing, and stops nobody.
 */
public final class Staffing {

    private Staffing() {}

    /** What is missing, rule by rule, in order of time. */
    public static List<Gap> gaps(
            List<Band> openings, List<StaffingRule> rules, List<OnDuty> duties) {
        List<Gap> gaps = new ArrayList<>();
        for (StaffingRule rule : rules) {
            List<OnDuty> suited =
                    duties.stream()
                            .filter(duty ->
                                    duty.profile() == rule.profile()
                                            && (rule.language() == null
                                                    || duty.speaks(rule.language())))
                            .toList();
            openings.forEach(band -> find(band, rule, suited, gaps));
        }
        return gaps;
    }

    private static void find(Band band, StaffingRule rule, List<OnDuty> suited, List<Gap> gaps) {
        TreeSet<LocalTime> edges = new TreeSet<>(List.of(band.opens(), band.closes()));
        suited.forEach(duty -> edges.addAll(List.of(duty.opens(), duty.closes())));
        LocalTime from = band.opens();
        for (LocalTime to : edges.subSet(band.opens(), false, band.closes(), true)) {
            LocalTime start = from;
            long present =
                    suited.stream()
                            .filter(d -> !start.isBefore(d.opens()) && start.isBefore(d.closes()))
                            .map(OnDuty::operatorId)
                            .distinct()
                            .count();
            if (present < rule.least()) {
                add(gaps, new Gap(rule, new Band(from, to), rule.least() - (int) present));
            }
            from = to;
        }
    }

    /** Two gaps that touch and miss as many are one. */
    private static void add(List<Gap> gaps, Gap gap) {
        Gap last = gaps.isEmpty() ? null : gaps.getLast();
        if (last != null
                && last.rule().equals(gap.rule())
                && last.missing() == gap.missing()
                && last.band().closes().equals(gap.band().opens())) {
            gaps.removeLast();
            Band both = new Band(last.band().opens(), gap.band().closes());
            gaps.add(new Gap(gap.rule(), both, gap.missing()));
        } else {
            gaps.add(gap);
        }
    }

    /** From when to when how many are missing. */
    public record Gap(StaffingRule rule, Band band, int missing) {}
}
