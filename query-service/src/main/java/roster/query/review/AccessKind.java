package roster.query.review;

import roster.contract.word.Word;

/** Who has access: a member, or a program with an API token. */
enum AccessKind implements Word {
    MEMBER,
    API_TOKEN
}
