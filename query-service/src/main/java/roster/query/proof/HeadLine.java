package roster.query.proof;

import roster.query.log.LogHeads.Logged;

/**
 * A head of an organization's tree, in a file for verifiers.
 *
 * @param number of the head, from 1
 * @param index  of its entry in the root log
 */
record HeadLine(long number, long size, String root, String origin, long index) {
    static HeadLine of(Logged head) {
        var checkpoint = head.head().checkpoint();
        return new HeadLine(head.head().number(), checkpoint.size(), checkpoint.root().toString(), checkpoint.origin(), head.index());
    }
}
