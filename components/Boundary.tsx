import { Component, type ReactNode } from 'react';
import { wordsOf } from '../lib/words/words';

interface BoundaryProps {
  readonly onReload: () => void;
  readonly children: ReactNode;
}

/** What could not be drawn is said instead, in both languages: which one is chosen may be what failed. */
export class Boundary extends Component<BoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <main className="broken" role="alert">
        {(['zh', 'en'] as const).map((language) => (
          <p key={language} lang={wordsOf(language).lang}>
            {wordsOf(language).broken}{' '}
            <button type="button" className="button" onClick={this.props.onReload}>
              {wordsOf(language).reload}
            </button>
          </p>
        ))}
      </main>
    );
  }
}
