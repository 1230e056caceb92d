-- What is offered by no person has no note: it says what made the product offer it.
alter table complaint_handover add column occasion text
    constraint complaint_offer_occasion check (occasion in ('LOOK_AGAIN', 'ESCALATION'));
