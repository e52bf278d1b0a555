-- MeLT enrols who its operating unit selected, as its source says; loaded with the programme from now on.
insert into eligibility_rule (programme_id, ordinal, rule, valid_from, source, verified, note)
select p.id, 1 + max(r.ordinal), 'PANEL_DECISION', '2014-01-01',
    'Articolo di stampa del 5 agosto 2014 su MeLT, FEI 2013, Azione 2: le unità operative selezionano e prendono in carico le persone',
    true, 'In Percorsi l''unità operativa seleziona accogliendo una segnalazione.'
from programme p join eligibility_rule r on r.programme_id = p.id
where p.code = 'MELT'
group by p.id having bool_and(r.rule <> 'PANEL_DECISION');
