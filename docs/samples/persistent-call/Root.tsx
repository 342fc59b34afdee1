import { BrowserRouter, Link, Route, Routes, useNavigate, useParams } from 'react-router';
import { MeetingOutlet, MeetingProvider } from 'react-whereby-embed';

function Lesson() {
  const { id } = useParams();
  return <MeetingOutlet room={`https://acme.whereby.com/${id}`} style={{ height: '70dvh' }} />;
}

function App() {
  const navigate = useNavigate();
  return (
    <MeetingProvider persist onReturn={(to) => void navigate(to)}>
      <Link to="/">Home</Link>
      <Routes>
        <Route path="/" element={<h1>Home</h1>} />
        <Route path="/lesson/:id" element={<Lesson />} />
      </Routes>
    </MeetingProvider>
  );
}

export const Root = () => (
  <BrowserRouter>
    <App />
  </BrowserRouter>
);
