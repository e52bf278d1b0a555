package it.percorsi.attachment.web;

import it.percorsi.access.Section;
import it.percorsi.attachment.Attachments;
import it.percorsi.attachment.FileKind;
import it.percorsi.site.Reading;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** A paper being added. */
record AttachmentForm(String paper, String section, @Nullable MultipartFile file) {

    private static final int LARGEST = 4 << 20;

    AttachmentForm {
        paper = Objects.requireNonNullElse(paper, "");
        section = Objects.requireNonNullElse(section, "");
    }

    static AttachmentForm blank() {
        return new AttachmentForm("", "", null);
    }

    Optional<Attachments.Paper> check(List<Section> writable, Errors errors) throws IOException {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        String what = read.required("paper", paper, Reading.LINE);
        read.choice("section", section, writable.stream().map(Enum::name).toList());
        byte[] content = file == null ? new byte[0] : file.getBytes();
        Optional<FileKind> kind = FileKind.of(content);
        if (content.length == 0) {
            errors.rejectValue("file", "attachment.no-file");
        } else if (content.length > LARGEST) {
            errors.rejectValue("file", "attachment.too-large");
        } else if (kind.isEmpty()) {
            errors.rejectValue("file", "attachment.unknown-kind");
        }
        return read.failed()
                ? Optional.empty()
                : kind.map(known ->
                        new Attachments.Paper(Section.valueOf(section), what, known, content));
    }
}
