package it.percorsi.notice.web;

import it.percorsi.notice.Channel;
import it.percorsi.notice.NoticeSender;
import it.percorsi.pathway.Ids;
import it.percorsi.site.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** In a demonstration what would be sent is a file in a folder, and reaches nobody. */
@Component
@Order(FileNotices.AFTER_MAIL)
class FileNotices implements NoticeSender {

    static final int AFTER_MAIL = 2;

    private final boolean demo;
    private final Path folder;

    FileNotices(Mode mode, @Value("${percorsi.notices.dir}") Path folder) {
        this.demo = mode.demo();
        this.folder = folder;
    }

    @Override
    public boolean sends(Channel channel) {
        return demo;
    }

    @Override
    public void send(Letter letter) throws NotTaken {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(
                            Ids.next()
                                    + "."
                                    + letter.channel().name().toLowerCase(java.util.Locale.ROOT)
                                    + ".txt"),
                    "A: %s\nOggetto: %s\n\n%s\n"
                            .formatted(letter.recipient(), letter.subject(), letter.body()));
        } catch (IOException failure) {
            throw new NotTaken(failure.getClass().getSimpleName());
        }
    }
}
