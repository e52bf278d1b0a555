package it.percorsi.notice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.notice.Channel;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** How whoever installs says which service takes SMS. */
class SmsSettingsTests {

    private static final String ADDRESS = "https://percorsi.example.it";

    private static SmsGateway at(String url) {
        return new SmsGateway(
                URI.create(url),
                true,
                "Authorization",
                "Bearer",
                "gettone",
                "to",
                "text",
                "from",
                "",
                Map.of(),
                Duration.ofSeconds(1));
    }

    @Test
    void whoeverInstallsDescribesTheServiceByItsVariables() {
        SystemEnvironmentPropertySource variables =
                new SystemEnvironmentPropertySource(
                        "systemEnvironment",
                        Map.of(
                                "PERCORSI_SMS_URL", "https://sms.example.it/send",
                                "PERCORSI_SMS_JSON", "false",
                                "PERCORSI_SMS_TO", "recipient",
                                "PERCORSI_SMS_FIXED_CODING", "ucs2",
                                "PERCORSI_SMS_TIMEOUT", "5s"));

        SmsGateway read =
                new Binder(ConfigurationPropertySources.from(variables))
                        .bind("percorsi.sms", SmsGateway.class)
                        .get();

        assertThat(read.url()).hasToString("https://sms.example.it/send");
        assertThat(read.json()).isFalse();
        assertThat(read.to()).isEqualTo("recipient");
        assertThat(read.text()).isEqualTo("text");
        assertThat(read.fixed()).containsExactly(Map.entry("coding", "ucs2"));
        assertThat(read.timeout()).hasSeconds(5);
    }

    @Test
    void withoutAServiceOrAnAddressNoSmsGoesOut() {
        assertThat(new SmsNotices(at(""), ADDRESS).sends(Channel.SMS)).isFalse();
        assertThat(new SmsNotices(at("https://sms.example.it/"), "").sends(Channel.SMS)).isFalse();
        SmsNotices both = new SmsNotices(at("https://sms.example.it/"), ADDRESS);
        assertThat(both.sends(Channel.SMS)).isTrue();
        assertThat(both.sends(Channel.EMAIL)).isFalse();
    }

    @Test
    void numbersAndSecretsTravelHidden() {
        assertThatThrownBy(() -> at("http://sms.example.it/")).hasMessageContaining("https");
        assertThat(at("https://sms.example.it/").toString()).doesNotContain("gettone");
    }
}
