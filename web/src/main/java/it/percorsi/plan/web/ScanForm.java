package it.percorsi.plan.web;

import it.percorsi.attachment.Scan;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** A signed paper, as it came back. */
record ScanForm(@Nullable MultipartFile file) {

    byte[] content() throws IOException {
        return file == null ? new byte[0] : file.getBytes();
    }

    static void check(byte[] content, Errors errors) {
        Scan.refusal(content).ifPresent(key -> errors.rejectValue("file", key));
    }

    /** Always to be saved, never shown by the browser as a page of ours. */
    static ResponseEntity<byte[]> saved(String name, Scan scan) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(scan.kind().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(scan.content());
    }
}
