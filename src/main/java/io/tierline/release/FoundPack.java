package io.tierline.release;

import io.tierline.policy.Fault;
import io.tierline.policy.PackFiles;
import java.util.List;

/**
 * A pack as it lies in a folder or in the jar.
 *
 * @param folder the name of its folder, which must be the pack's id
 * @param files its files, as far as they could be read
 * @param faults what could not be read, and why
 */
record FoundPack(String folder, PackFiles files, List<Fault> faults) {}
