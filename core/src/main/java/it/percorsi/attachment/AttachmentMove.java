package it.percorsi.attachment;

/** What the diary tells of attachments. */
enum AttachmentMove {
    ATTACH,
    WITHDRAW
}
