package it.percorsi.referral.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.referral.Ballot;
import it.percorsi.referral.Participation;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredParticipation implements Participation {

    /** The cases of a sitting the viewer may see. */
    private static final String CASES =
            """
            referral r join panel n on n.id = r.panel_id and n.organisation_id = :organisation
                and :role in ('PANEL_SECRETARY', 'PANEL_MEMBER')
            """;

    private final Queries queries;

    StoredParticipation(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Apart> apart(UUID sitting, Actor viewer) {
        return queries.sql(
                        """
                        select c.referral_id, c.member_id, m.name
                        from %s join recusal c on c.referral_id = r.id join panel_member m on m.id = c.member_id
                        where r.sitting_id = :sitting and granted(r.person_id, :organisation, :role, 'SOCIAL', r.id)
                        order by m.name
                        """
                                .formatted(CASES),
                        viewer)
                .param("sitting", sitting)
                .list(Apart.class);
    }

    @Override
    public void declare(UUID referral, UUID panel, UUID member, Actor by, Instant at) {
        queries.sql("insert into recusal values (:referral, :panel, :member, :at, :operator)", by)
                .param("referral", referral)
                .param("panel", panel)
                .param("member", member)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public void takeBack(UUID referral, UUID member) {
        queries.sql("delete from recusal where referral_id = :referral and member_id = :member")
                .param("referral", referral)
                .param("member", member)
                .update();
    }

    @Override
    public void vote(UUID sitting, UUID referral, UUID panel, Map<UUID, Ballot> ballots) {
        ballots.forEach((member, ballot) ->
                queries.sql(
                                "insert into vote values (:sitting, :referral, :panel, :member, :ballot)")
                        .param("sitting", sitting)
                        .param("referral", referral)
                        .param("panel", panel)
                        .param("member", member)
                        .param("ballot", ballot.name())
                        .update());
    }

    @Override
    public void takeBackVotes(UUID sitting, UUID referral) {
        queries.sql("delete from vote where sitting_id = :sitting and referral_id = :referral")
                .param("sitting", sitting)
                .param("referral", referral)
                .update();
    }

    @Override
    public void arrive(UUID sitting, UUID panel, UUID member, Instant at) {
        queries.sql(
                        """
                        insert into attendance (sitting_id, panel_id, member_id, arrived_at)
                        values (:sitting, :panel, :member, :at)
                        """)
                .param("sitting", sitting)
                .param("panel", panel)
                .param("member", member)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public void leave(UUID sitting, UUID member, @Nullable Instant at) {
        queries.sql(
                        "update attendance set left_at = :at where sitting_id = :sitting and member_id = :member")
                .param("at", at == null ? null : Queries.at(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("sitting", sitting)
                .param("member", member)
                .update();
    }

    @Override
    public void comeBack(UUID sitting, UUID member, Instant at) {
        queries.sql(
                        """
                        update attendance set away = away + tstzmultirange(tstzrange(left_at, :at)), left_at = null
                        where sitting_id = :sitting and member_id = :member and left_at is not null
                        """)
                .param("at", Queries.at(at))
                .param("sitting", sitting)
                .param("member", member)
                .update();
    }

    @Override
    public void neverCame(UUID sitting, UUID member) {
        queries.sql(
                        "delete from attendance where sitting_id = :sitting and member_id = :member and arrived_at is not null")
                .param("sitting", sitting)
                .param("member", member)
                .update();
    }

    @Override
    public List<Tally> tallies(UUID sitting, Actor viewer) {
        return queries.sql(
                        """
                        select v.referral_id, count(*) filter (where v.ballot = 'FAVOUR') in_favour,
                            count(*) filter (where v.ballot = 'AGAINST') against,
                            count(*) filter (where v.ballot = 'ABSTAIN') abstained
                        from %s join vote v on v.referral_id = r.id and v.sitting_id = r.sitting_id
                        where r.sitting_id = :sitting and granted(r.person_id, :organisation, :role, 'SOCIAL', r.id)
                        group by v.referral_id
                        """
                                .formatted(CASES),
                        viewer)
                .param("sitting", sitting)
                .list(Tally.class);
    }
}
