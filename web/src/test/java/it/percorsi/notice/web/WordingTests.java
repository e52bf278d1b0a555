package it.percorsi.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.notice.Channel;
import it.percorsi.notice.Notice;
import it.percorsi.notice.NoticeSender.Letter;
import it.percorsi.pathway.Ids;
import it.percorsi.site.Spoken;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class WordingTests {

    /** Two parts of an SMS in letters that are not Latin. */
    private static final int TWO_PARTS = 134;

    private static final String LINK = "https://percorsi.example.it/a/" + "x".repeat(32);

    static List<String> languages() {
        return Spoken.LANGUAGES;
    }

    static Wording wording() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/notice");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return new Wording(messages);
    }

    private static Notice notice(Notice.Kind kind, Channel channel, String language) {
        return new Notice(
                Ids.next(),
                Ids.next(),
                kind,
                channel,
                "x@example.org",
                "Bartholomäussohn",
                language,
                Instant.parse("2026-11-30T08:00:00Z"),
                "Castelnuovo di Garfagnana, via Roma 1");
    }

    private static Set<String> keys(String file) throws IOException {
        Properties words = new Properties();
        try (Reader text = Files.newBufferedReader(Path.of("src/main/resources/messages", file))) {
            words.load(text);
        }
        return words.stringPropertyNames().stream()
                .filter(key -> key.startsWith("link.") || key.startsWith("notice."))
                .filter(key -> !key.matches("notice\\.(kind|channel|standing)\\..*"))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEveryWord(String language) throws IOException {
        String file =
                language.equals("it") ? "notice.properties" : "notice_" + language + ".properties";

        assertThat(keys(file)).isEqualTo(keys("notice.properties")).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anSmsIsAtMostTwoParts(String language) {
        for (Notice.Kind kind : Notice.Kind.values()) {
            Letter letter = wording().letter(notice(kind, Channel.SMS, language), LINK);

            assertThat(letter.body())
                    .as(letter.body())
                    .hasSizeLessThanOrEqualTo(TWO_PARTS)
                    .endsWith(LINK)
                    .contains("30/11 09:00");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aLetterSaysThePlaceAndTheItalianUnderIt(String language) {
        Letter letter = wording().letter(notice(Notice.Kind.BOOKED, Channel.EMAIL, language), LINK);

        assertThat(letter.body())
                .contains("via Roma 1")
                .contains("lunedì 30 novembre 2026, 09:00")
                .contains("Se non puoi venire");
        assertThat(letter.subject()).contains("Il tuo appuntamento").doesNotContain("Barth");
    }

    @Test
    void aLanguageWithoutWordsIsToldInItalian() {
        assertThat(wording().letter(notice(Notice.Kind.BOOKED, Channel.EMAIL, "si"), LINK).body())
                .startsWith("Bartholomäussohn, hai un appuntamento")
                .doesNotContain("---");
    }

    @Test
    void aLetterGoesByTheMailServerAsItIsWritten() throws Exception {
        List<MimeMessage> taken = new ArrayList<>();
        JavaMailSenderImpl server =
                new JavaMailSenderImpl() {
                    @Override
                    protected void doSend(MimeMessage[] messages, Object[] originals) {
                        taken.addAll(Stream.of(messages).toList());
                    }
                };
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("mail", server);
        MailNotices mail =
                new MailNotices(
                        beans.getBeanProvider(JavaMailSender.class),
                        "avvisi@example.it",
                        "https://percorsi.example.it");
        Letter letter = wording().letter(notice(Notice.Kind.MOVED, Channel.EMAIL, "ar"), LINK);

        assertThat(mail.sends(Channel.SMS)).isFalse();
        mail.send(letter);

        MimeMessage sent = taken.getFirst();
        sent.saveChanges();
        assertThat(sent.getSubject()).isEqualTo(letter.subject());
        assertThat(sent.getContent()).isEqualTo(letter.body());
        assertThat(sent.getContentType()).containsIgnoringCase("utf-8");
        assertThat(sent.getFrom()[0]).hasToString("avvisi@example.it");
        assertThat(sent.getRecipients(Message.RecipientType.TO)).hasSize(1);
    }

    @Test
    void withoutServerSenderOrAddressNoMailGoesOut() {
        StaticListableBeanFactory none = new StaticListableBeanFactory();
        StaticListableBeanFactory one = new StaticListableBeanFactory();
        one.addBean("mail", new JavaMailSenderImpl());

        assertThat(
                        new MailNotices(
                                        none.getBeanProvider(JavaMailSender.class),
                                        "a@b.it",
                                        "https://c")
                                .sends(Channel.EMAIL))
                .isFalse();
        assertThat(
                        new MailNotices(one.getBeanProvider(JavaMailSender.class), "", "https://c")
                                .sends(Channel.EMAIL))
                .isFalse();
        assertThat(
                        new MailNotices(one.getBeanProvider(JavaMailSender.class), "a@b.it", "")
                                .sends(Channel.EMAIL))
                .isFalse();
    }
}
