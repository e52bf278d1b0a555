package it.percorsi.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A time is kept for whoever is typing. */
class KeepingTests extends AgendaCase {

    @Test
    void aChosenTimeIsKeptForWhoeverTypesAndForNobodyElse() {
        Client desk = as("sportello.prato");
        Client social = as("sociale.prato");
        UUID person = open(desk, "Trattenuta", Map.of("phone", "333 000 8131"));
        String page = "/people/" + person + "/booking?service=pua2-prato-sociale";
        String slot = slots(desk.get(page)).getLast();

        Client.Page chosen = desk.get(page + "&slot=" + slot);

        assertThat(chosen.body()).contains("è tenuto per te per 5 minuti");
        assertThat(slots(desk.get(page))).contains(slot);
        assertThat(slots(social.get(page))).doesNotContain(slot);
        assertThat(
                        count(
                                "booking where held_for is not null and held_until between now() + interval '4 minutes' and now() + interval '5 minutes'"))
                .isPositive();
        assertThat(social.get(page + "&slot=" + slot).body()).contains("non è più libero");
        TRUTH.update(
                "update booking set held_until = now() - interval '1 second' where held_for is not null");
        assertThat(slots(social.get(page))).contains(slot);
        assertThat(social.get(page + "&slot=" + slot).body()).contains("è tenuto per te");
        assertThat(
                        count(
                                "booking b join operator o on o.id = b.held_for where o.username = 'sportello.prato'"))
                .isZero();
    }

    @Test
    void whoLosesATimeHasTheNextOneKept() {
        Client desk = as("sportello.prato");
        UUID one = open(desk, "Perde", Map.of("phone", "333 000 8141"));
        UUID two = open(desk, "Vince", Map.of("phone", "333 000 8142"));
        String form = "/people/" + one + "/booking";
        Map<String, String> sealed = desk.seal(form + "?service=cpi-prato-orientamento", form);
        String slot = slots(desk.get(form + "?service=cpi-prato-orientamento")).getFirst();
        booked(as("sociale.prato"), two, "cpi-prato-orientamento", 0);
        sealed.putAll(
                Map.of(
                        "service",
                        "cpi-prato-orientamento",
                        "slot",
                        slot,
                        "reason",
                        "WORK",
                        "without",
                        "BY_PHONE"));

        Client.Page lost = desk.send(form, sealed);

        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.body())
                .contains("è tenuto per te per 5 minuti")
                .containsPattern("name=\"slot\" value=\"[^\"]+\"[^>]* checked");
        sealed.put("formKey", UUID.randomUUID().toString());
        Matcher kept =
                Pattern.compile("name=\"slot\" value=\"([^\"]+)\"[^>]* checked")
                        .matcher(lost.body());
        assertThat(kept.find()).isTrue();
        sealed.put("slot", kept.group(1));
        Client.Page booked = desk.send(form, sealed);
        assertThat(booked.path()).as(booked.body()).startsWith("/appointments/");
        assertThat(
                        count(
                                "booking b join operator o on o.id = b.held_for where o.username = 'sportello.prato'"))
                .isZero();
    }
}
