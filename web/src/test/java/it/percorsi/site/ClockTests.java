package it.percorsi.site;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.RunningApplication;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;

/** The machine may stand anywhere: the day is that of the offices. */
class ClockTests extends RunningApplication {

    @Autowired private DataSource application;
    @Autowired @SpringSessionDataSource private DataSource door;

    @Test
    void theDatabasesTodayIsRomes() {
        for (DataSource pool : List.of(application, door)) {
            assertThat(new JdbcTemplate(pool).queryForMap("show time zone"))
                    .isEqualTo(Map.of("TimeZone", "Europe/Rome"));
        }
    }
}
