package it.percorsi.access;

/** A part of a person's file that is opened or kept closed as a whole. */
public enum Section {
    /** Names, birth, gender, codes, language, case file status. */
    IDENTITY,
    /** Telephone, e-mail, address. */
    CONTACTS,
    /** Citizenship, permits, eligibility, enrolments. */
    STATUS,
    /** Appointments. */
    AGENDA,
    /** Household, economic and housing situation, social notes, referrals. */
    SOCIAL,
    /** Education, skills, plan, hours, internships. */
    LABOUR,
    /** Health, disability, justice, violence. */
    RESERVED
}
