package it.percorsi.assessment;

/** What the diary tells of assessments and skills reviews. */
enum AssessmentMove {
    BEGIN_FIRST,
    BEGIN_IN_DEPTH,
    SIGN,
    REVIEW
}
