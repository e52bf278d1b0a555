package it.percorsi.attachment.web;

import it.percorsi.access.Section;
import it.percorsi.attachment.Attachments;
import it.percorsi.attachment.Scan;
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
        Scan.refusal(content).ifPresent(key -> errors.rejectValue("file", key));
        return read.failed()
                ? Optional.empty()
                : Optional.of(
                        new Attachments.Paper(Section.valueOf(section), what, Scan.of(content)));
    }
}
