package roster.recordlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import roster.recordlog.merkle.Hash;

class SignedNoteTest {
    /** The example of the specification (c2sp.org/signed-note). */
    private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String NOTE = """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;
    private static final NoteSigner LOG = NoteSigner.ofLog("log.example",
            seed("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    private static final NoteSigner WITNESS = NoteSigner.ofWitness("witness.example",
            seed("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

    private static byte[] seed(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void the_example_of_the_specification_verifies() {
        var key = VerifierKey.parse(VKEY);
        var note = SignedNote.parse(NOTE);

        assertThat(note.isSignedBy(key)).isTrue();
        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note).hasToString(NOTE);
        assertThat(key).hasToString(VKEY);
        assertThatThrownBy(() -> SignedNote.parse(NOTE.replace("example message", "example massage")).isSignedBy(key))
                .isInstanceOf(MalformedNote.class).hasMessageContaining("wrong");
    }

    @Test
    void public_keys_are_those_of_rfc_8032() {
        assertThat(HexFormat.of().formatHex(Ed25519.publicKeyOf(seed("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThatThrownBy(() -> NoteSigner.ofLog("log.example", new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_note_of_two_keys_is_verified_by_each_and_by_no_other() {
        var next = NoteSigner.ofLog("log.example", seed("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"));
        var note = SignedNote.parse(SignedNote.sign("text\n", List.of(LOG, next)).toString());

        assertThat(note.isSignedBy(LOG.verifier())).isTrue();
        assertThat(note.isSignedBy(next.verifier())).isTrue();
        assertThat(note.isSignedBy(VerifierKey.parse(VKEY))).isFalse();
        assertThat(SignedNote.sign("text\n", List.of(next)).isSignedBy(LOG.verifier())).isFalse();
    }

    @Test
    void a_witness_signs_the_checkpoint_with_its_time() {
        var checkpoint = new Checkpoint("log.example", 3, Hash.EMPTY);
        var cosigned = SignedNote.sign(checkpoint.text(), List.of(LOG))
                .with(List.of(WITNESS.cosign(checkpoint.text(), Instant.ofEpochSecond(1_679_315_147))));

        var read = SignedNote.parse(cosigned.toString());

        assertThat(read.isSignedBy(VerifierKey.parse(WITNESS.verifier().toString()))).isTrue();
        assertThat(read.isSignedBy(LOG.verifier())).isTrue();
        assertThat(WITNESS.verifier().isOfWitness()).isTrue();
        var later = new SignedNote(read.text(), List.of(NoteSignature.of(WITNESS.verifier(),
                shifted(read.signatureOf(WITNESS.verifier()).orElseThrow().bytes()))));
        assertThatThrownBy(() -> later.isSignedBy(WITNESS.verifier())).isInstanceOf(MalformedNote.class);
    }

    private static byte[] shifted(byte[] cosignature) {
        cosignature[Long.BYTES - 1]++;
        return cosignature;
    }

    @Test
    void a_checkpoint_is_read_as_it_is_written() {
        var checkpoint = new Checkpoint("example.com/behind-the-sofa", 20_852_163,
                Hash.ofBase64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="));

        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
        assertThat(Checkpoint.parse(checkpoint.text() + "extension\n")).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text\n", "text\n\n", "text\n\nno dash\n", "text\n\n\u2014 key\n", "text\n\n\u2014 key AAAA\n",
            "te\u0001xt\n\n\u2014 key AAAAAAAA\n", "text\n\n\u2014 key AAAAAAA!\n", "text\n\n\u2014 key AAAAAAB=\n"})
    void what_is_no_note_is_rejected(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(MalformedNote.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name", "name+00000000+AA==", "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"})
    void what_is_no_key_is_rejected(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(MalformedNote.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "origin\n", "\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
            "origin\n03\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
            "origin\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", "origin\n3\nAAAA\n"})
    void what_is_no_checkpoint_is_rejected(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedNote.class);
    }
}
