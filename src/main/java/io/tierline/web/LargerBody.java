package io.tierline.web;

/**
 * A path whose bodies may be as long as a form with files, {@code tierline.upload-limit}. Whoever
 * takes them declares it as a bean.
 *
 * @param path the whole path, such as {@code /api/v1/things}
 */
public record LargerBody(String path) {}
