import { Spinner } from "@fluentui/react-components";
import { Component, type ReactNode, Suspense } from "react";
import { t } from "../../i18n";
import { Failure } from "./failure";

interface ChunkProps {
  readonly children: ReactNode;
}

/** A part of the pane that may still be on its way, or fail: the other parts go on. */
export class Chunk extends Component<ChunkProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Failure /> : <Suspense fallback={<Loading />}>{this.props.children}</Suspense>;
  }
}

const Loading = () => <Spinner size="small" label={t("pane:loading")} />;
