alter table notification.letter
    drop constraint letter_failure_check,
    add constraint letter_failure_check check (failure in ('unknown_address', 'mailbox_full', 'refused', 'gave_up', 'inviter_erased',
                                                           'address_not_supported'));
alter table notification.told
    drop constraint told_failure_check,
    add constraint told_failure_check check (failure in ('unknown_address', 'mailbox_full', 'refused', 'gave_up', 'inviter_erased',
                                                         'address_not_supported'));
