package it.percorsi.meeting.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.meeting.MeetingItem;
import it.percorsi.meeting.Meetings;
import it.percorsi.meeting.TeamMeeting;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

@Repository
class StoredMeetings implements Meetings {

    /** The words of the policy of the table. */
    private static final String SEEN =
            """
            (m.organisation_id = :organisation or exists (select 1 from meeting_item i where i.meeting_id = m.id
                and granted(i.person_id, :organisation, :role, 'LABOUR')))
            """;

    private static final String ROWS =
            """
            select m.id, m.planned_for, m.held_at, o.name operator_name, m.closed_at, m.called_off, m.others
            from team_meeting m join operator o on o.id = m.operator_id
            where
            """
                    + SEEN;

    /** One row each, by the name they were written down with, else by their name of today. */
    private static final String ATTENDANTS =
            """
            with attendants as (
                select distinct on (w.operator_id) w.operator_id, w.name, w.organisation_name, w.there
                from (
                    select p.operator_id, p.name, p.organisation_name, true there
                    from meeting_present p where p.meeting_id = :meeting
                    union all
                    select o.id, o.name, g.name, false
                    from meeting_item i join team_member t on t.case_file_id = i.case_file_id and t.status = 'JOINED'
                    join operator o on o.id = t.operator_id join organisation g on g.id = t.organisation_id
                    where i.meeting_id = :meeting and entrusted(i.person_id, :organisation, :role, 'LABOUR')
                    union all
                    select o.id, o.name, g.name, false
                    from team_meeting m join operator o on o.id = m.operator_id
                    join organisation g on g.id = m.organisation_id
                    where m.id = :meeting) w
                order by w.operator_id, w.there desc)
            """;

    private final EntityManager entities;
    private final Queries queries;

    StoredMeetings(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void save(TeamMeeting meeting, List<MeetingItem> items) {
        entities.persist(meeting);
        entities.flush();
        items.forEach(entities::persist);
        leaderIsThere(meeting);
    }

    @Override
    public void begin(TeamMeeting meeting) {
        leaderIsThere(meeting);
    }

    private void leaderIsThere(TeamMeeting meeting) {
        queries.sql(
                        """
                        insert into meeting_present (meeting_id, operator_id, name, organisation_name)
                        select m.id, o.id, o.name, g.name from team_meeting m
                        join operator o on o.id = m.operator_id join organisation g on g.id = m.organisation_id
                        where m.id = :meeting and m.held_at is not null
                        """)
                .param("meeting", meeting.id())
                .update();
    }

    @Override
    public List<Attendant> attendants(UUID meeting, Actor viewer) {
        return queries.sql(
                        ATTENDANTS + "select * from attendants order by organisation_name, name",
                        viewer)
                .param("meeting", meeting)
                .list(Attendant.class);
    }

    @Override
    public void attend(UUID meeting, List<UUID> operators, Actor by) {
        String there = operators.stream().map(UUID::toString).collect(Collectors.joining(","));
        queries.sql(
                        """
                        delete from meeting_present where meeting_id = :meeting
                            and operator_id <> all (string_to_array(:there, ',')::uuid[])
                        """)
                .param("meeting", meeting)
                .param("there", there)
                .update();
        queries.sql(
                        ATTENDANTS
                                + """
                                insert into meeting_present (meeting_id, operator_id, name, organisation_name)
                                select :meeting, operator_id, name, organisation_name from attendants
                                where not there and operator_id = any (string_to_array(:there, ',')::uuid[])
                                """,
                        by)
                .param("meeting", meeting)
                .param("there", there)
                .update();
    }

    @Override
    public List<Decision> decisions(UUID meeting, Actor viewer) {
        return queries.sql(
                        """
                        select d.person_id, d.what, d.owner_name, d.due_on from meeting_decision d
                        where d.meeting_id = :meeting and entrusted(d.person_id, :organisation, :role, 'LABOUR')
                        order by d.place
                        """,
                        viewer)
                .param("meeting", meeting)
                .list(Decision.class);
    }

    @Override
    public Optional<TeamMeeting> visible(UUID id, Actor viewer) {
        return queries.sql("select m.id from team_meeting m where m.id = :id and " + SEEN, viewer)
                .param("id", id)
                .optional(UUID.class)
                .map(seen -> entities.find(TeamMeeting.class, seen));
    }

    @Override
    public Optional<MeetingItem> visibleItem(UUID id, Actor viewer) {
        return queries.granted(MeetingItem.class, "personId", "LABOUR", id, viewer);
    }

    @Override
    public List<Row> latest(Actor viewer) {
        return queries.sql(
                        ROWS + "and m.held_at is not null order by m.held_at desc, m.id limit 100",
                        viewer)
                .list(Row.class);
    }

    @Override
    public List<Row> planned(Actor viewer) {
        return queries.sql(
                        ROWS
                                + "and m.held_at is null and m.closed_at is null order by m.planned_for, m.id limit 100",
                        viewer)
                .list(Row.class);
    }

    @Override
    public Optional<Row> row(UUID id, Actor viewer) {
        return queries.sql(ROWS + "and m.id = :id", viewer).param("id", id).optional(Row.class);
    }

    @Override
    public List<Candidate> candidates(LocalDate today, Actor viewer) {
        return queries.sql(
                        """
                        select c.id case_file_id, c.person_id, trim(p.family_name || ' ' || p.given_name) person_name,
                            o.name manager_name, coalesce(c.case_manager_id = :operator, false) mine,
                            (select count(*)::int from task t where t.person_id = c.person_id and t.status = 'OPEN'
                                and t.due_on < :today
                                and granted(t.person_id, :organisation, :role, t.section)) late,
                            (select max(i.discussed_at) from meeting_item i where i.case_file_id = c.id) last_discussed
                        from case_file c join person p on p.id = c.person_id
                        left join operator o on o.id = c.case_manager_id
                        where c.status in ('IN_CARE', 'SUSPENDED') and c.led_by is null
                          and entrusted(c.person_id, :organisation, :role, 'LABOUR')
                          and (c.organisation_id = :organisation or exists (select 1 from team_member t
                            where t.case_file_id = c.id and t.status = 'JOINED' and t.organisation_id = :organisation))
                        order by mine desc, last_discussed nulls first, p.family_name, p.given_name, c.id limit 200
                        """,
                        viewer)
                .param("today", today)
                .list(Candidate.class);
    }

    @Override
    public List<Item> items(UUID meeting, Actor viewer) {
        return queries.sql(
                        """
                        select i.id, i.place, i.case_file_id, i.person_id,
                            trim(p.family_name || ' ' || p.given_name) person_name, c.status, o.name manager_name,
                            c.team_kind, i.words, i.discussed_at
                        from meeting_item i join case_file c on c.id = i.case_file_id
                        join person p on p.id = i.person_id
                        left join operator o on o.id = c.case_manager_id
                        where i.meeting_id = :meeting and entrusted(i.person_id, :organisation, :role, 'LABOUR')
                        order by i.place
                        """,
                        viewer)
                .param("meeting", meeting)
                .list(Item.class);
    }
}
