/** Signed notes, checkpoints and cosignatures with Ed25519, as the C2SP specifications signed-note, tlog-checkpoint and tlog-cosignature have them. */
@NullMarked
package roster.recordlog.note;

import org.jspecify.annotations.NullMarked;
