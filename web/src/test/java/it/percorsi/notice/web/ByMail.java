package it.percorsi.notice.web;

import it.percorsi.notice.NoticeSender;
import java.io.IOException;
import java.net.ServerSocket;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSender;

/** The way out by a mail server, set up as whoever installs sets it up. */
public final class ByMail {

    public static final String FROM = "avvisi@example.it";

    private ByMail() {}

    public static NoticeSender to(int port) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.mail.host=127.0.0.1", "spring.mail.port=" + port)
                .run(context -> beans.addBean("mail", context.getBean(JavaMailSender.class)));
        return new MailNotices(
                beans.getBeanProvider(JavaMailSender.class), FROM, "https://percorsi.example.it");
    }

    /** Where no server answers. */
    public static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
