-- A member whose address was changed is told at the address before.
alter table notification.letter
    drop constraint letter_occasion_check,
    add constraint letter_occasion_check check (occasion in ('invited', 'requested', 'address_changed'));
