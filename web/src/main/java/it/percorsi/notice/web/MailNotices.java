package it.percorsi.notice.web;

import it.percorsi.notice.Channel;
import it.percorsi.notice.NoticeSender;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail by the server of {@code spring.mail}, once it, the sender and our address are known. */
@Component
@Order(MailNotices.FIRST)
class MailNotices implements NoticeSender {

    static final int FIRST = 1;

    private final ObjectProvider<JavaMailSender> mail;
    private final String from;
    private final String address;

    MailNotices(
            ObjectProvider<JavaMailSender> mail,
            @Value("${percorsi.notices.from:}") String from,
            @Value("${percorsi.address:}") String address) {
        this.mail = mail;
        this.from = from;
        this.address = address;
    }

    @Override
    public boolean sends(Channel channel) {
        return channel == Channel.EMAIL
                && !from.isEmpty()
                && !address.isEmpty()
                && mail.getIfAvailable() != null;
    }

    @Override
    public void send(Letter letter) throws NotTaken {
        try {
            mail.getObject()
                    .send(message -> {
                        MimeMessageHelper text =
                                new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
                        text.setFrom(from);
                        text.setTo(letter.recipient());
                        text.setSubject(letter.subject());
                        text.setText(letter.body());
                        message.setHeader("Auto-Submitted", "auto-generated");
                        if (letter.silence() != null) {
                            message.setHeader("List-Unsubscribe", "<" + letter.silence() + ">");
                            message.setHeader(
                                    "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
                        }
                    });
        } catch (MailException failure) {
            throw new NotTaken(failure.getClass().getSimpleName());
        }
    }
}
