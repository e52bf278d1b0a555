package it.percorsi.referral;

import it.percorsi.attachment.Attachments;
import it.percorsi.programme.EligibilityService;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sitting as its page shows it.
 *
 * @param current the case that is read, or null where there is none
 * @param apart who takes no part, in every case of the agenda
 * @param phrases reasons the panel often writes
 */
public record SittingTable(
        Referrals.SittingRow sitting,
        List<Referrals.MemberRow> members,
        List<Referrals.ReferralRow> agenda,
        List<Referrals.MinuteRow> minutes,
        List<SittingMove> moves,
        List<String> obstaclesToClosing,
        List<Participation.Apart> apart,
        List<Participation.Tally> tallies,
        List<Panels.Phrase> phrases,
        Places places,
        @Nullable Case current) {

    public boolean offers(String move) {
        return moves.stream().anyMatch(m -> m.name().equals(move));
    }

    public List<Referrals.MemberRow> present() {
        return members.stream().filter(Referrals.MemberRow::present).toList();
    }

    /** How many it was opened with. */
    public long presentAtFirst() {
        return present().stream().filter(member -> member.arrivedAt() == null).count();
    }

    /** What may be said of a member's presence. */
    public List<PresenceService.Change> changes(Referrals.MemberRow member) {
        return PresenceService.Change.open(member);
    }

    /** The place of a case in the agenda, from one. */
    public int number(UUID referral) {
        return 1
                + IntStream.range(0, agenda.size())
                        .filter(i -> agenda.get(i).id().equals(referral))
                        .findFirst()
                        .orElseThrow();
    }

    /** Whether the secretary put it in order. */
    public boolean byHand() {
        return agenda.stream().anyMatch(row -> row.agendaPlace() != null);
    }

    public long undecided() {
        return agenda.stream().filter(Referrals.ReferralRow::onTheAgenda).count();
    }

    /** Members who take no part in a case. */
    public List<Participation.Apart> apartFrom(UUID referral) {
        return apart.stream().filter(each -> each.referralId().equals(referral)).toList();
    }

    private boolean takesPart(Referrals.MemberRow member, UUID referral) {
        return apartFrom(referral).stream().noneMatch(each -> each.memberId().equals(member.id()));
    }

    /** Those who are there, or may be, and take part in a case. */
    public List<Referrals.MemberRow> takingPart(UUID referral) {
        return members.stream()
                .filter(member -> sitting.planned() || member.there())
                .filter(member -> takesPart(member, referral))
                .toList();
    }

    /** Whether those who are there and take part are enough to decide a case. */
    public boolean enoughFor(UUID referral) {
        return takingPart(referral).size() >= sitting.quorum();
    }

    /** The viewer's own seat, if they have one and take part. */
    public Referrals.@Nullable MemberRow ownSeat(UUID referral) {
        return takingPart(referral).stream()
                .filter(Referrals.MemberRow::mine)
                .findFirst()
                .orElse(null);
    }

    public Participation.@Nullable Tally tally(UUID referral) {
        return tallies.stream()
                .filter(tally -> tally.referralId().equals(referral))
                .findFirst()
                .orElse(null);
    }

    /**
     * A case in the form it is read in.
     *
     * @param papers what went with it
     * @param steps what happened to it, in order
     * @param brief who it is about, while it may be decided; null afterwards
     * @param referents who may be named to follow it, of the body that sent it, while it is decided
     */
    public record Case(
            Referrals.ReferralRow row,
            List<Attachments.Row> papers,
            List<Referrals.StepRow> steps,
            EligibilityService.@Nullable Brief brief,
            List<String> referents) {

        /** What a panel decided the last time it was brought before one; null the first time. */
        public Referrals.@Nullable StepRow lastTime() {
            Referrals.StepRow last = null;
            Referrals.StepRow before = null;
            for (Referrals.StepRow step :
                    row.onTheAgenda() ? steps : List.<Referrals.StepRow>of()) {
                if (step.decides()) {
                    before = last;
                    last = step;
                } else if (step.takesBack()) {
                    last = before;
                }
            }
            return last;
        }

        /** What was written since the last time, or since it was sent. */
        public List<Referrals.StepRow> since() {
            Referrals.StepRow last = lastTime();
            int from = last == null ? 0 : steps.indexOf(last) + 1;
            return steps.subList(from, steps.size()).stream()
                    .filter(step -> step.note() != null && !step.decides())
                    .toList();
        }
    }
}
