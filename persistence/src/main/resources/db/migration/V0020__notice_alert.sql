-- An outdated notice is an alert like the others, and as them put aside with a reason: see V0016.
alter table alert_silenced drop constraint alert_silenced_check,
    add constraint alert_of_its_section check ((kind, section) in (('PROTECTED_ADDRESS', 'RESERVED'),
        ('PERMIT_EXPIRED', 'STATUS'), ('PERMIT_EXPIRING', 'STATUS'), ('PERMIT_RENEWING', 'STATUS'),
        ('MISSED_TWICE', 'AGENDA'), ('REVIEW_OVERDUE', 'LABOUR'), ('PERHAPS_TWICE', 'IDENTITY'),
        ('MINOR_IN_HOUSEHOLD', 'SOCIAL'), ('NOTICE_OUTDATED', 'IDENTITY')));
