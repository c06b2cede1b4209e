-- The trace that an e-mail continues (W3C trace context), for the span of its delivery. No personal data.
alter table notification.letter add column traceparent text;
