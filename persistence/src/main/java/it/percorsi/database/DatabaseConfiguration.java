package it.percorsi.database;

import com.zaxxer.hikari.HikariDataSource;
import it.percorsi.pathway.Acting;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @DependsOn("flywayInitializer")
    ContextKey contextKey(Flyway flyway) {
        return new ContextKey(Objects.requireNonNull(flyway.getConfiguration().getDataSource()));
    }

    @Bean
    PlatformTransactionManager transactionManager(
            EntityManagerFactory factory, Acting acting, ContextKey key) {
        return new ActingTransactions(factory, acting, key);
    }

    /**
     * Logins and HTTP sessions have a role and a pool of their own: what gets into a page's queries
     * does not reach them.
     */
    @Bean(defaultCandidate = false)
    @SpringSessionDataSource
    HikariDataSource doorDataSource(
            JdbcConnectionDetails application,
            @Value("${percorsi.door-password:}") String password,
            @Value("${spring.datasource.hikari.connection-init-sql}") String clock) {
        HikariDataSource door = new HikariDataSource();
        door.setPoolName("door");
        door.setJdbcUrl(application.getJdbcUrl());
        door.setUsername(Roles.DOOR);
        door.setPassword(password);
        door.setConnectionInitSql(clock);
        return door;
    }

    @Bean
    TransactionOperations springSessionTransactionOperations(
            @SpringSessionDataSource DataSource door) {
        return new TransactionTemplate(new DataSourceTransactionManager(door));
    }

    /** Rows become records: arrays become lists, timestamps instants. */
    @Bean
    JdbcClient jdbcClient(DataSource application) {
        DefaultConversionService conversions = new DefaultConversionService();
        conversions.addConverter(Array.class, List.class, DatabaseConfiguration::list);
        conversions.addConverter(
                Timestamp.class,
                Instant.class,
                (Converter<Timestamp, Instant>) Timestamp::toInstant);
        return JdbcClient.create(new NamedParameterJdbcTemplate(application), conversions);
    }

    private static List<?> list(Array array) {
        try {
            return List.of((Object[]) array.getArray());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
