package it.percorsi.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import it.percorsi.notice.Channel;
import it.percorsi.notice.NoticeCase;
import it.percorsi.notice.NoticeSender;
import it.percorsi.notice.Outbox;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** E-mail by a real mail server, set up as whoever installs sets it up. */
@ExtendWith(OutputCaptureExtension.class)
class MailServerTests extends NoticeCase {

    private static final Pattern SILENCE =
            Pattern.compile("<https://percorsi\\.example\\.it(/a/[\\w-]{32}/silence)>");

    @RegisterExtension
    static final GreenMailExtension SERVER =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Autowired private Outbox outbox;
    @Autowired private Wording wording;

    private SendingNotices by(int port) {
        NoticeSender mail = ByMail.to(port);
        return new SendingNotices(
                outbox, wording, List.of(mail), "https://percorsi.example.it", 8080);
    }

    private Booked reachedByMail(String familyName, String citizenship, String address) {
        Booked whom = booked(familyName, Map.of("citizenship", citizenship, "givenName", "Amal"));
        TRUTH.update(
                "update person_contact set email = ?, channel = 'EMAIL' where person_id = ?",
                address,
                whom.person());
        return whom;
    }

    private static List<MimeMessage> received(String address) {
        return Arrays.stream(SERVER.getReceivedMessagesForDomain(address)).toList();
    }

    private static String body(MimeMessage message) throws Exception {
        return (String) message.getContent();
    }

    @ParameterizedTest
    @CsvSource({"MA, ar, موعدك", "PK, ur, آپ", "CN, zh, 预约", "AL, sq, Takimi"})
    void aLetterArrivesInTheirLanguageAndSaysNothingOfWhy(
            String citizenship, String language, String word) throws Exception {
        String address = "amal.posta." + language + "@example.org";
        Booked whom = reachedByMail("Postale" + language, citizenship, address);

        by(SERVER.getSmtp().getPort()).send();

        assertThat(status(whom, "BOOKED")).isEqualTo("SENT");
        assertThat(received(address)).hasSize(1);
        MimeMessage letter = received(address).getFirst();
        Wording.Text own = wording.in(language);
        assertThat(letter.getSubject())
                .isEqualTo(own.of("notice.subject") + " · Il tuo appuntamento")
                .contains(word);
        assertThat(letter.getFrom()).containsExactly(new InternetAddress(ByMail.FROM));
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getContentType()).containsIgnoringCase("text/plain; charset=utf-8");
        assertThat(body(letter))
                .contains(own.of("notice.link"), "Amal, hai un appuntamento", "Pistoia")
                .contains("https://percorsi.example.it/a/");
        assertThat(letter.getSubject() + body(letter))
                .doesNotContain("Postale")
                .doesNotContainIgnoringCase("orientamento")
                .doesNotContainIgnoringCase("impiego")
                .doesNotContainIgnoringCase("lavoro")
                .doesNotContainIgnoringCase("permesso");
        assertThat(
                        StandardCharsets.US_ASCII
                                .newEncoder()
                                .canEncode(GreenMailUtil.getHeaders(letter)))
                .as("headers any server carries")
                .isTrue();
    }

    @Test
    void aMailProgramCanSayNoMoreInOneClick() throws Exception {
        String address = "amal.silenzio@example.org";
        Booked whom = reachedByMail("Silenziosa", "AL", address);
        by(SERVER.getSmtp().getPort()).send();
        MimeMessage letter = received(address).getFirst();
        Matcher silence = SILENCE.matcher(letter.getHeader("List-Unsubscribe")[0]);
        assertThat(silence.matches()).isTrue();
        assertThat(letter.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        String refused =
                "person_contact where person_id = ? and email_refused_at is not null and sms_refused_at is null";

        assertThat(anonymous().get(silence.group(1)).status()).isEqualTo(200);
        assertThat(count(refused, whom.person())).as("only looked at").isZero();

        assertThat(
                        anonymous()
                                .send(silence.group(1), Map.of("List-Unsubscribe", "One-Click"))
                                .status())
                .isEqualTo(200);
        assertThat(count(refused, whom.person())).isOne();
    }

    @Test
    void aServerThatIsDownLeavesTheLetterToBeSentAgain(CapturedOutput output) throws Exception {
        String address = "amal.guasto@example.org";
        Booked whom = reachedByMail("Guastaposta", "AL", address);

        by(ByMail.closedPort()).send();

        assertThat(status(whom, "BOOKED")).isEqualTo("WAITING.NOT_TAKEN");
        assertThat(as("sportello.prato").get(whom.path()).body())
                .contains("non partito, si riprova");
        assertThat(output.getAll())
                .contains("A notice was not taken: MailSendException")
                .doesNotContain(address)
                .doesNotContain("Amal")
                .doesNotContain("Guastaposta");
        by(SERVER.getSmtp().getPort()).send();
        assertThat(received(address)).as("not before its time").isEmpty();

        TRUTH.update(
                "update appointment_notice set next_at = now() where appointment_id = ? and kind = 'BOOKED'",
                whom.appointment());
        by(SERVER.getSmtp().getPort()).send();

        assertThat(status(whom, "BOOKED")).isEqualTo("SENT");
        assertThat(received(address)).hasSize(1);
        assertThat(
                        count(
                                "appointment_notice where appointment_id = ? and kind = 'BOOKED' and attempts = 2",
                                whom.appointment()))
                .isOne();
    }

    @Test
    void anSmsIsNotTheMailServersAffair() {
        assertThat(by(SERVER.getSmtp().getPort()).channels()).containsExactly(Channel.EMAIL);
    }
}
