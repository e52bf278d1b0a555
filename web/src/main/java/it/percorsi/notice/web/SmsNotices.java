package it.percorsi.notice.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import it.percorsi.notice.Channel;
import it.percorsi.notice.NoticeSender;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * SMS by the service of {@code percorsi.sms}, once it and our address are known. Whatever it
 * answers but a yes is a no; each attempt at a notice carries the same key, so that one whose
 * answer was lost need not be sent twice.
 */
@Component
@Order(MailNotices.FIRST)
@EnableConfigurationProperties(SmsGateway.class)
class SmsNotices implements NoticeSender {

    private static final JsonMapper JSON = new JsonMapper();

    private final SmsGateway gateway;
    private final String address;
    private final HttpClient http;

    SmsNotices(SmsGateway gateway, @Value("${percorsi.address:}") String address) {
        this.gateway = gateway;
        this.address = address;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(gateway.timeout())
                        .build();
    }

    @Override
    public boolean sends(Channel channel) {
        return channel == Channel.SMS && gateway.known() && !address.isEmpty();
    }

    @Override
    public void send(Letter letter) throws NotTaken {
        Map<String, String> fields = new LinkedHashMap<>(gateway.fixed());
        fields.put(gateway.to(), number(letter.recipient()));
        fields.put(gateway.text(), letter.body());
        if (!gateway.sender().isEmpty()) {
            fields.put(gateway.from(), gateway.sender());
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(Objects.requireNonNull(gateway.url()))
                        .timeout(gateway.timeout())
                        .header("Content-Type", gateway.mediaType())
                        .header("Idempotency-Key", letter.notice().toString())
                        .POST(
                                BodyPublishers.ofString(
                                        gateway.json()
                                                ? JSON.writeValueAsString(fields)
                                                : form(fields)));
        if (!gateway.token().isEmpty()) {
            request.header(gateway.header(), (gateway.scheme() + " " + gateway.token()).strip());
        }
        try {
            int answer = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (answer / 100 != 2) {
                throw new NotTaken("answer " + answer);
            }
        } catch (IOException failure) {
            throw new NotTaken(failure.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotTaken("stopped");
        }
    }

    /** As every service reads it: +393330001234. */
    private static String number(String recipient) throws NotTaken {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = phones.parse(recipient, "IT");
            if (phones.isPossibleNumber(number)) {
                return phones.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException unreadable) {
            // Said below: what was read is of somebody.
        }
        throw new NotTaken("unreadable number");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
