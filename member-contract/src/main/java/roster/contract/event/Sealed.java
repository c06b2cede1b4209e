package roster.contract.event;

/**
 * What stands in stored JSON in the place of what names a person. It may have been damaged since it was written.
 *
 * @param keyId   the id of the member whose key opens it
 * @param content nonce and ciphertext, in base64
 */
public record Sealed(String keyId, String content) {}
