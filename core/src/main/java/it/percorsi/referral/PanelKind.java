package it.percorsi.referral;

/** What sort of collegial body a panel is. */
public enum PanelKind {
    /** A commission that weighs what social services send it. */
    COMMISSION,
    /** The unit of an area that selects people and takes them in charge. */
    OPERATING_UNIT,
    /** The team of the integrated system of labour inclusion. */
    SIIL_TEAM
}
