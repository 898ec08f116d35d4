import fc from "fast-check";

/** The same random cases in every run, so that a red test is a change of ours; FC_SEED=… looks elsewhere. */
fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 20_150_101) });
