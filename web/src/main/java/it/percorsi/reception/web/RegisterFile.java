package it.percorsi.reception.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import it.percorsi.pathway.Rome;
import it.percorsi.reception.Contacts.Figure;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The figures of the register as a file: only words of the lists and numbers. */
@Component
class RegisterFile {

    private final MessageSource messages;

    RegisterFile(MessageSource messages) {
        this.messages = messages;
    }

    Consumer<CsvWriter> of(List<Figure> figures) {
        return csv -> {
            csv.writeRecord("Giorno", "Argomento", "Lingua", "Canale", "Esito", "Contatti");
            figures.stream()
                    .filter(Figure::whole)
                    .forEach(row ->
                            csv.writeRecord(
                                    Rome.written(row.day()),
                                    word("contact-topic", row.topic()),
                                    String.valueOf(row.languageName()),
                                    word("contact-channel", row.channel()),
                                    word("contact-outcome", row.outcome()),
                                    String.valueOf(row.contacts())));
        };
    }

    private String word(String prefix, @Nullable Object value) {
        return messages.getMessage(prefix + "." + value, null, Locale.ITALIAN);
    }
}
