package io.tierline.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * API keys: {@code tl_} and 256 random bits in hex. Nobody can guess one, so a fast hash protects
 * them as well as a slow one would, and costs nothing at each call.
 */
final class ApiKey {

  private ApiKey() {}

  /** What is stored in place of the key. */
  static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
