package roster.query.review;

import roster.contract.word.Word;

/** Kind of access: that of a member, or that of an API token. */
enum AccessKind implements Word {
    MEMBER,
    API_TOKEN
}
