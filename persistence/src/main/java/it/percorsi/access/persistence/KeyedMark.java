package it.percorsi.access.persistence;

import it.percorsi.access.SourceMark;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

@Component
class KeyedMark implements SourceMark {

    private final DraftCipher key;

    KeyedMark(DraftCipher key) {
        this.key = key;
    }

    @Override
    public byte[] of(String address, LocalDate day) {
        return key.mark(("source " + day + " " + address).getBytes(StandardCharsets.UTF_8));
    }
}
