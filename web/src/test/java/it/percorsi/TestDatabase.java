package it.percorsi;

import it.percorsi.database.TestServer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The tests' application runs on the tests' server, with the demo world as its cast. */
@TestConfiguration(proxyBeanMethods = false)
class TestDatabase {

    private static final String NAME = "web_tests";

    @Bean
    JdbcConnectionDetails applicationConnection() {
        TestServer.database(NAME);
        return TestServer.application(NAME);
    }

    @Bean
    FlywayConnectionDetails ownerConnection() {
        TestServer.database(NAME);
        return TestServer.owner(NAME);
    }

    @Bean
    static StatementCount statementCount() {
        return new StatementCount();
    }
}
