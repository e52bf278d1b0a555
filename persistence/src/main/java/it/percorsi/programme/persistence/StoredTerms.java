package it.percorsi.programme.persistence;

import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import it.percorsi.programme.Terms;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredTerms implements Terms {

    private final Queries queries;

    StoredTerms(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Agreed of(UUID programme) {
        return in(
                        """
                        select runs_from, runs_until, extended_until, extension_note, target, women_percent, version
                        from programme where id = :programme
                        """,
                        programme)
                .single(Agreed.class);
    }

    @Override
    public boolean set(UUID programme, Agreed agreed) {
        return in(
                                """
                                update programme set runs_from = :from, runs_until = :until,
                                    extended_until = :extended, extension_note = :note, target = :target,
                                    women_percent = :women, version = version + 1
                                where id = :programme and version = :version
                                """,
                                programme)
                        .param("from", agreed.runsFrom(), Types.DATE)
                        .param("until", agreed.runsUntil(), Types.DATE)
                        .param("extended", agreed.extendedUntil(), Types.DATE)
                        .param("note", agreed.extensionNote(), Types.VARCHAR)
                        .param("target", agreed.target(), Types.INTEGER)
                        .param("women", agreed.womenPercent(), Types.INTEGER)
                        .param("version", agreed.version())
                        .update()
                == 1;
    }

    @Override
    public List<Area> areas(UUID programme) {
        return in("select * from programme_places(:programme)", programme).list(Area.class);
    }

    @Override
    public boolean set(UUID programme, UUID organisation, Places places) {
        return in(
                                """
                                update programme_body set target = :total, women = :women, version = version + 1
                                where programme_id = :programme and organisation_id = :body and enrols
                                    and version = :version
                                """,
                                programme)
                        .param("body", organisation)
                        .param("total", places.total(), Types.INTEGER)
                        .param("women", places.women(), Types.INTEGER)
                        .param("version", places.version())
                        .update()
                == 1;
    }

    @Override
    public int ahead(UUID programme, UUID person, LocalDate on) {
        return in("select ahead_here(:programme, :person, :day)", programme)
                .param("person", person)
                .param("day", on)
                .single(Integer.class);
    }

    @Override
    public Outside enrolledOutside(
            UUID programme, @Nullable LocalDate first, @Nullable LocalDate last) {
        return in("select * from enrolled_outside(:programme, :first, :last)", programme)
                .param("first", first, Types.DATE)
                .param("last", last, Types.DATE)
                .single(Outside.class);
    }

    private Statement in(String sql, UUID programme) {
        return queries.sql(sql).param("programme", programme);
    }
}
